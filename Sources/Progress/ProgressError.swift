/// Why the progress file could not be read or written, in sentences for people.
///
/// File names stand in the sentences as they are; whoever prints them makes them safe for a terminal.
public struct ProgressError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What went wrong.
  public enum Reason: Hashable, Sendable {
    /// There is no such file.
    case missing
    /// The file is not one of ours; why.
    case foreign(String)
    /// Written by a later version.
    case newer(Int)
    /// The first line is damaged.
    case damagedHeader
    /// A line is longer than 64 KiB.
    case lineTooLong(line: Int)
    /// A line nests deeper than 64.
    case nestedTooDeep(line: Int)
    /// A directory, a pipe or a device.
    case notRegular
    /// It may be read, not written.
    case readOnly(DiskError)
    /// It, or its directory, cannot be made.
    case cannotCreate(DiskError)
    /// Another muster has it open.
    case busy
    /// It cannot be read.
    case cannotRead(DiskError)
    /// The last answer is not on the disk; the file is as it was before.
    case notSaved(DiskError)
    /// The last answer is not on the disk, and neither could the file be made as it was.
    case notRestored(DiskError)
    /// Another program put something else in its place; what was acknowledged is in the copy.
    case displaced(String, copy: String)
    /// A copy that must come before a change could not be made.
    case noCopy(DiskError, copy: String)
    /// An event too long to be written.
    case eventTooLong(bytes: Int)
    /// Something else is in the way of a file to be made.
    case taken(String)
    /// The command line gives something that cannot be.
    case unusable(String)
  }

  /// What went wrong.
  public var reason: Reason
  /// The file it is about.
  public var path: String

  /// Names both.
  public init(_ reason: Reason, path: String) {
    self.reason = reason
    self.path = path
  }

  /// What the program ends with: 64, 65, 66, 73, 74 or 75 as in sysexits.h.
  public var exitCode: Int32 {
    switch reason {
    case .unusable: 64
    case .foreign, .newer, .damagedHeader, .lineTooLong, .nestedTooDeep, .notRegular: 65
    case .missing: 66
    case .readOnly, .cannotCreate, .taken: 73
    case .cannotRead, .notSaved, .notRestored, .displaced, .noCopy, .eventTooLong: 74
    case .busy: 75
    }
  }

  /// What is wrong, what was kept, and what helps.
  public var description: String {
    switch reason {
    case .missing: "\(path): there is no such file"
    case .foreign(let why):
      "\(path): this is no progress file of muster (\(why)). Nothing was changed. "
        + "Give the right file with --progress, or move this one away."
    case .newer(let version):
      "\(path):1: written by a later muster (version \(version) of the file; this program knows "
        + "\(Layout.version)). Nothing was changed. Update muster to go on with it."
    case .damagedHeader:
      "\(path):1: the first line is damaged. Nothing was changed; the answers below it are still "
        + "there. `muster doctor --repair` rebuilds the line, after a backup."
    case .lineTooLong(let line):
      "\(path):\(line): the line is longer than \(Layout.longestLine / 1024) KiB; no event is. "
        + "Nothing was changed. `muster doctor` shows what else is wrong."
    case .nestedTooDeep(let line):
      "\(path):\(line): nested more than \(Layout.deepestNesting) deep; no event is. "
        + "Nothing was changed. `muster doctor` shows what else is wrong."
    case .notRegular:
      "\(path): not an ordinary file. Nothing was changed. Give another with --progress."
    case .unusable(let why): why
    default: troubleWithDisk
    }
  }

  private var troubleWithDisk: String {
    switch reason {
    case .readOnly(let error):
      "\(path): the file can be read but not written (\(error.words)), so no answer could be saved. "
        + "Nothing was changed. `--practice` runs without saving."
    case .cannotCreate(let error):
      "\(path): cannot be made (\(error.words)). `--practice` runs without saving; "
        + "--progress names another place."
    case .busy:
      "\(path): another muster is using this file. Nothing was changed. "
        + "End the other one, or give another file with --progress."
    case .cannotRead(let error): "\(path): cannot be read (\(error.words)). Nothing was changed."
    case .notSaved(let error):
      "\(path): NOT saved (\(error.words)). All answers before this one are safe; "
        + "this one counts as not given and stays due."
    case .notRestored(let error):
      "\(path): NOT saved (\(error.words)), and the file could not be put back as it was. All "
        + "answers before this one are in it; the next start sets the rest aside and goes on."
    case .displaced(let why, let copy):
      "\(path): NOT saved: another program put something else in the place of this file (\(why)). "
        + "All answers before this one are in \(copy); `muster merge` unites the two."
    case .noCopy(let error, let copy):
      "\(path): the copy \(copy) could not be made (\(error.words)), so nothing was changed. "
        + "Make room on the disk and start again."
    case .eventTooLong(let bytes):
      "\(path): NOT saved: \(bytes) bytes are too many for one event "
        + "(at most \(Layout.longestLine))."
    case .taken(let why): "\(path): \(why). Nothing was changed. Give another name with -o."
    default: "\(path): \(reason)"
    }
  }
}
