internal import ArgumentParser
internal import Glibc
internal import Progress
internal import Session
internal import Terminal

extension SharedOptions {
  /// Where the progress file is.
  /// - Throws: What to end the program with.
  func progressPath() throws -> String {
    let names = ["MUSTER_PROGRESS", "XDG_DATA_HOME", "HOME"]
    let environment = Dictionary(
      uniqueKeysWithValues: names.compactMap { name -> (String, String)? in
        guard let value = unsafe getenv(name) else { return nil }
        return (name, unsafe String(cString: value))
      }
    )
    do throws(ProgressError) {
      return try Progress.progressPath(option: progress, environment: environment)
    } catch {
      throw refuse(error)
    }
  }

  /// The clock, frozen where `--now` says so.
  /// - Throws: What to end the program with.
  func clock() throws -> Clock {
    do throws(BadMoment) { return try Clock(now: now) } catch {
      throw fail(.usage, error.description)
    }
  }

  /// Opens the progress file for writing; in practice it is only read, and need not be there.
  /// - Throws: What to end the program with.
  func openLedger(isPractice: Bool, now: Session.Moment) throws -> Ledger {
    let path = try progressPath()
    do throws(ProgressError) {
      if isPractice {
        let loaded = try ProgressFile.readIfThere(path, now: now.time)
        tell(loaded.findings, of: path)
        return Ledger(nil, loaded: loaded)
      }
      let opened = try ProgressFile.open(path, now: now.time)
      tell(opened.loaded.findings, of: path)
      for notice in opened.file.takeNotices() { complain("muster: \(visible(notice))") }
      return Ledger(opened.file, loaded: opened.loaded)
    } catch {
      throw refuse(error)
    }
  }
}

extension ProgressFile {
  /// What a file says, and nothing where there is none yet.
  static func readIfThere(_ path: String, now: Int64) throws(ProgressError) -> Loaded {
    do throws(ProgressError) { return try read(path, now: now) } catch {
      if error.reason == .missing { return Loaded() }
      throw error
    }
  }

  /// What a file says, and nothing where there is none yet.
  /// - Throws: What to end the program with, after telling what is wrong.
  static func readIfThere(_ path: String, orRefuse now: Int64) throws -> Loaded {
    do throws(ProgressError) { return try readIfThere(path, now: now) } catch {
      throw refuse(error)
    }
  }
}

/// Tells what is wrong with the progress file, and gives what to throw.
func refuse(_ error: ProgressError) -> ExitCode {
  complain("muster: error: \(visible(error.description))")
  return ExitCode(error.exitCode)
}
