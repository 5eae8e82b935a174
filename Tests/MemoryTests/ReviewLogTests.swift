import Testing

@testable import Memory

@Suite struct ReviewLogTests {
  private func read(_ text: String) throws(ReviewLogError) -> ReviewLog {
    let bytes = Array(text.utf8)
    return try ReviewLog(csv: bytes.span)
  }

  private func message(_ text: String) -> String? {
    do {
      _ = try read(text)
      return nil
    } catch { return error.description }
  }

  @Test func columnsAreFoundByNameInAnyOrder() throws {
    let log = try read(
      "\u{FEFF}rating,deck,secs,card\r\n3,x,1700000000,seven\r\n\r\n1,\"a,b\",1700000000.5,\"s,e\"\n4,,-60,seven"
    )
    #expect(log.rating == [3, 1, 4])
    #expect(log.seconds == [1_700_000_000, 1_700_000_000.5, -60])
    #expect(log.card == [0, 1, 0])
    #expect(log.cards[0] == "seven" && log.cards[1] == "s,e")
  }

  @Test func anExportOfAnkiIsTakenByItsOwnNames() throws {
    let revlog = try read(
      "id,cid,usn,ease,ivl,type\n1700000000500,9,-1,3,1,0\n1700000060000,9,-1,0,5,4\n"
        + "1700000120000,9,-1,1,1,1\n"
    )
    #expect(revlog.rating == [3, 1] && revlog.seconds == [1_700_000_000.5, 1_700_000_120])
    let dataset = try read(
      "card_id,review_time,review_rating,review_state\n5,1700000000000,4,0\n"
    )
    #expect(dataset.rating == [4] && dataset.seconds == [1_700_000_000])
    let both = try read("id,card,secs,rating,ease\n1,7,100,2,0\n")
    #expect(both.rating == [2] && both.seconds == [100])
    #expect(message("id,card,rating\n1,2,3\n")?.contains("no column secs") == true)
  }

  @Test(
    arguments: [
      ("", "1:1: the file is empty: write the header card,secs,rating first"),
      ("\u{1F}", "1:1: no column card: write the header card,secs,rating first"),
      ("1,2,3\n", "1:1: no column card: write the header card,secs,rating first"),
      ("card,secs,grade\n", "1:1: no column rating: write the header card,secs,rating first"),
      (
        "card,secs,rating\n",
        "1:1: no reviews: write a line such as 7,1700000000,3 under the header"
      ),
      (
        "card,secs,rating\n7,100,3\n7,200,5\n",
        "3:7: rating is \"5\": write 1 (again), 2 (hard), 3 (good) or 4 (easy)"
      ),
      (
        "card,secs,rating\n7,100,good\n",
        "2:7: rating is \"good\": write 1 (again), 2 (hard), 3 (good) or 4 (easy)"
      ),
      (
        "card,secs,rating\n7,yesterday,3\n",
        "2:3: secs is \"yesterday\": write seconds as a number, for instance 1700000000"
      ),
      (
        "card,secs,rating\n7,nan,3\n",
        "2:3: secs is \"nan\": write seconds as a number, for instance 1700000000"
      ),
      ("card,secs,rating\n7,,3\n", "2:3: no secs: write card,secs,rating"),
      ("card,secs,rating\n,1,3\n", "2:1: no card: write card,secs,rating"),
      ("card,secs,rating\n7,1\n", "2:4: no rating: write card,secs,rating"),
    ]
  )
  func everyMessage(text: String, expected: String) {
    #expect(message(text) == expected)
  }

  @Test func aCompressedFileIsNamedAsSuch() {
    let bytes: [UInt8] = [0x1f, 0x8b, 8, 0]
    #expect(throws: ReviewLogError.self) { try ReviewLog(csv: bytes.span) }
    do { _ = try ReviewLog(csv: bytes.span) } catch {
      #expect("\(error)" == "1:1: this is a compressed file: unpack it with gunzip first")
    }
  }

  @Test func ownHistoryBecomesALogOfLocalDays() {
    var history = History()
    // 23:00 and 09:00 the next morning in a zone two hours east: one of the learner's days apart.
    let evening = HistoryTests.noon + 9 * 3_600_000
    history.append(HistoryTests.review("d/a/f", .good, at: evening, zone: 120))
    history.append(HistoryTests.review("d/a/f", .good, at: evening + 10 * 3_600_000, zone: 120))
    history.append(HistoryTests.review("d/a/f", .again, at: evening + 11 * 3_600_000, zone: 120))
    history.setRemoved(true, at: 2)
    let set = TrainingSet(ReviewLog(history))
    #expect(set.count == 2 && set.wholeDays == [0, 1])
    #expect(abs(set.exactDays[1] - 10.0 / 24) < 1e-12)
  }

  @Test func replayIsTheModelStepByStep() throws {
    var log = ReviewLog()
    let times = [0, 90_000, 90_060, 500_000.0]
    for (time, rating) in zip(times, [Rating.good, .hard, .again, .easy]) {
      log.append(card: log.cards.index(of: "a"), seconds: time, rating: rating)
      log.append(card: log.cards.index(of: "b"), seconds: time, rating: .good)
    }
    for model in [MemoryModel.fsrs6(FSRS6()), .fsrs7(FSRS7())] {
      let replay = Replay(log, through: model)
      var (state, last): (MemoryState?, Double) = (nil, 0)
      for (index, time) in times.enumerated() {
        let days = (time - last) / 86_400
        let elapsed = model.countsWholeDays ? days.rounded(.down) : days
        let recall = state.map { model.retrievability($0, after: elapsed) }
        #expect(replay.recalls[2 * index] == recall)
        state = model.step(state, Rating(trusted: log.rating[2 * index]), after: elapsed)
        #expect(replay.states[2 * index] == state)
        last = time
      }
      #expect(Replay.lastStates(of: log, through: model)[0] == state)
    }
  }
}
