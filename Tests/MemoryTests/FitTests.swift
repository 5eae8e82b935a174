import Testing

@testable import Memory

@Suite struct FitTests {
  /// A truth far from the published weights: forgets sooner, and harder cards much sooner.
  private static let truth6: [Double] = {
    var weights = FSRS6.defaults
    weights[0...3] = [0.1, 0.4, 0.9, 2]
    weights[8] = 1.2
    weights[20] = 0.4
    return weights
  }()

  private static let truth7: [Double] = {
    var weights = FSRS7.defaults
    weights[0...3] = [0.05, 0.5, 1, 3]
    weights[7] = 1.4
    weights[24] = 0.3
    return weights
  }()

  @Test func fittedWeightsBeatThePublishedOnesOnAnswersTheyNeverSaw() throws {
    let learner = SimulatedLearner(model: .fsrs6(try FSRS6(Self.truth6)))
    let log = learner.log(cards: 400, answers: 10, seed: 1)
    let report = try #require(Fit(.fsrs6).run(log))
    #expect(report.fitted.test.logLoss < report.defaults.test.logLoss - 0.005)
    #expect(report.isAdopted)
    #expect((try? FSRS6(report.parameters)) != nil)
    #expect(report.fitted.test.reviews == Int((Double(log.count - 400) * 0.2).rounded()))
  }

  @Test func fsrs7WinsWhereItIsTheTruth() throws {
    let learner = SimulatedLearner(model: .fsrs7(try FSRS7(Self.truth7)))
    let log = learner.log(cards: 400, answers: 10, seed: 2)
    let seven = try #require(Fit(.fsrs7).run(log))
    let six = try #require(Fit(.fsrs6).run(log))
    #expect(seven.isAdopted)
    #expect(seven.fitted.test.logLoss < six.fitted.test.logLoss)
    #expect((try? FSRS7(seven.parameters)) != nil)
  }

  @Test(arguments: Fit.Kind.allCases)
  func theResultDoesNotDependOnThreads(kind: Fit.Kind) throws {
    let learner = SimulatedLearner(model: .fsrs6(try FSRS6(Self.truth6)))
    let log = learner.log(cards: 150, answers: 8, seed: 3)
    let one = Fit(kind, threads: 1).run(log)
    for threads in [2, 3, 5] { #expect(Fit(kind, threads: threads).run(log) == one) }
    #expect(Fit(kind, seed: 7, threads: 2).run(log) != one)
  }

  @Test(arguments: Fit.Kind.allCases)
  func tooFewAnswersLeaveThePublishedWeights(kind: Fit.Kind) throws {
    let learner = SimulatedLearner(model: .fsrs6(try FSRS6(Self.truth6)))
    let report = try #require(Fit(kind).run(learner.log(cards: 2, answers: 3, seed: 4)))
    #expect(report.parameters == (kind == .fsrs6 ? FSRS6.defaults : FSRS7.defaults))
    #expect(!report.isAdopted)
    let empty = try #require(Fit(kind).run(ReviewLog()))
    #expect(empty.fitted.test.reviews == 0 && empty.fitted.test.logLoss.isNaN)
    #expect(!empty.isAdopted)
  }

  @Test func severalRelearningStepsHoldTheShortTermWeightsDown() throws {
    #expect(FSRS6.shortTermCeiling(FSRS6.defaults, relearningSteps: 1) == 2)
    // −(ln w11 + ln(2^w13 − 1) + 0.3·w14) of the published weights is 0.7235; a third of it, the root.
    let third = FSRS6.shortTermCeiling(FSRS6.defaults, relearningSteps: 3)
    #expect(abs(third - 0.491) < 0.002)
    var harsh = FSRS6.defaults
    (harsh[11], harsh[13], harsh[14]) = (5, 0.9, 4)
    #expect(FSRS6.shortTermCeiling(harsh, relearningSteps: 2) == 0.1)
    let learner = SimulatedLearner(model: .fsrs6(try FSRS6(Self.truth6)))
    let log = learner.log(cards: 200, answers: 10, seed: 8)
    for steps in 1...4 {
      var fit = Fit(.fsrs6)
      fit.relearningSteps = steps
      let weights = try #require(fit.run(log)).parameters
      let ceiling = FSRS6.shortTermCeiling(weights, relearningSteps: steps)
      #expect(weights[17] <= ceiling + 1e-12 && weights[18] <= ceiling + 1e-12)
      var loose = Fit(.fsrs7)
      loose.relearningSteps = steps
      #expect(loose.run(log) == Fit(.fsrs7).run(log))
    }
  }

  @Test func aFitCanBeStopped() throws {
    let learner = SimulatedLearner(model: .fsrs6(try FSRS6(Self.truth6)))
    let log = learner.log(cards: 200, answers: 10, seed: 5)
    var shares: [Double] = []
    let report = Fit(.fsrs6).run(log) { share in
      shares.append(share)
      return shares.count < 2
    }
    #expect(report == nil && shares.count == 2)
    #expect(shares.allSatisfy { (0...1).contains($0) } && shares[0] < shares[1])
  }

  @Test func theTestIsTheLatestFifthOfScoredReviews() {
    var log = ReviewLog()
    for day in 0..<11 {
      // The second answer of each day is on the same day, and so not scored.
      log.append(card: log.cards.index(of: "a"), seconds: Double(day) * 86_400, rating: .good)
      log.append(card: 0, seconds: Double(day) * 86_400 + 60, rating: .good)
    }
    let set = TrainingSet(log)
    #expect(Fit(.fsrs6).split(set) == 18)
    #expect(Fit(.fsrs6, testFraction: 0).split(set) == 22)
    let figures = set.evaluate(FSRS6(), split: 18)
    #expect(figures.train.reviews == 8 && figures.test.reviews == 2)
  }

  @Test func aLogOutOfOrderIsSorted() throws {
    let learner = SimulatedLearner(model: .fsrs6(FSRS6()))
    let log = learner.log(cards: 30, answers: 6, seed: 6)
    var reversed = ReviewLog()
    for index in (0..<log.count).reversed() {
      let card = reversed.cards.index(of: log.cards[Int(log.card[index])])
      reversed.append(
        card: card,
        seconds: log.seconds[index],
        rating: Rating(trusted: log.rating[index])
      )
    }
    let (sorted, mixed) = (TrainingSet(log), TrainingSet(reversed))
    let split = Fit(.fsrs6).split(sorted)
    let (one, other) = (
      sorted.evaluate(FSRS6(), split: split), mixed.evaluate(FSRS6(), split: split)
    )
    #expect(abs(one.train.logLoss - other.train.logLoss) < 1e-12)
    #expect(one.train.reviews == other.train.reviews)
  }

  @Test func firstStabilitiesRiseAndFillWhatWasNeverSeen() throws {
    let learner = SimulatedLearner(model: .fsrs6(try FSRS6(Self.truth6)))
    let set = TrainingSet(learner.log(cards: 600, answers: 2, seed: 7))
    let weights = FirstStability(Outliers(set, before: set.count)).fitted(FSRS6.defaults)
    #expect(weights[0...3].sorted() == Array(weights[0...3]))
    #expect(weights[4...] == FSRS6.defaults[4...])
    // "Good" is the commonest first answer here; its truth is 0.9 days, the published value 2.3.
    #expect((0.6...1.4).contains(weights[2]))
  }
}
