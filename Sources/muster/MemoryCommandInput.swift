public import ArgumentParser
public import Memory

/// Where a memory command gets its reviews from, and its model.
enum MemoryInput {
  /// The limit up to which a log is read.
  private static let limit = 1 << 30

  /// A log in CSV; what is wrong is told on standard error.
  static func log(_ path: String) throws -> ReviewLog {
    let bytes = try read(path, limit: limit)
    if bytes.count > limit { throw fail(.badData, "\(path) is larger than a gibibyte: split it") }
    do throws(ReviewLogError) {
      return try ReviewLog(csv: bytes.span)
    } catch {
      throw fail(.badData, "\(path):\(error)")
    }
  }

  private static func read(_ path: String, limit: Int) throws -> [UInt8] {
    do throws(ReadFailure) {
      return try readFile(path, limit: limit)
    } catch {
      switch error {
      case .missing:
        throw fail(.noInput, "there is no file \"\(path)\": name a log with card,secs,rating")
      case .unreadable(let words):
        throw fail(.noInput, "cannot read \(path): \(words)")
      }
    }
  }

  /// A model with published weights, or with those of `parameters`: numbers with commas between, or a file
  /// that holds them.
  static func model(_ kind: Fit.Kind, _ parameters: String?) throws -> MemoryModel {
    guard let parameters else { return kind.model }
    let isList = parameters.contains(",") || Double(parameters) != nil
    let list = isList ? nil : try read(parameters, limit: 1 << 20)
    let text = list.map { String(decoding: $0, as: UTF8.self) } ?? parameters
    let exit = isList ? Exit.usage : .badData
    let name = isList ? "--parameters" : parameters
    let weights = try weights(text, name, exit)
    do throws(ParameterError) {
      switch kind {
      case .fsrs6: return .fsrs6(try FSRS6(weights))
      case .fsrs7: return .fsrs7(try FSRS7(weights))
      }
    } catch {
      throw fail(exit, "\(name): \(error)")
    }
  }

  private static func weights(_ text: String, _ name: String, _ exit: Exit) throws -> [Double] {
    let separators: Set<Character> = [",", " ", "\n", "\r\n", "\t", "[", "]"]
    let words = text.split(whereSeparator: separators.contains)
    return try words.enumerated().map { index, word in
      guard let weight = Double(word) else {
        throw fail(exit, "\(name): parameter w\(index) is \"\(word)\": write a decimal number")
      }
      return weight
    }
  }
}

extension Fit.Kind: ExpressibleByArgument {
  /// With its published weights.
  var model: MemoryModel {
    switch self {
    case .fsrs6: .fsrs6(FSRS6())
    case .fsrs7: .fsrs7(FSRS7())
    }
  }
}
