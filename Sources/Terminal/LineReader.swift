internal import CReadline

/// Asks for lines: with GNU readline at a terminal, plainly from a pipe.
///
/// There is one in a process, on the main thread. From its making on, the signals that end a program
/// wait to be reported as a `Reply`, so that nothing is torn in the middle.
public final class LineReader {
  /// Makes the lines above the prompt, at the width the screen has now.
  ///
  /// It is used when the size changes while a line is typed, and on Ctrl-L. Without it only the line
  /// itself is drawn anew.
  public var redraw: (() -> [String])?

  private let screen: Screen
  private let output: Output
  private var plain = PlainInput()
  private var laterNames: LaterNames?

  /// A reader that shows its prompts on the screen.
  ///
  /// - Parameters:
  ///   - screen: decides between readline and plain lines.
  ///   - output: where prompts go; it is flushed before each.
  public init(screen: Screen, output: Output) {
    self.screen = screen
    self.output = output
    _ = muster_hold_signals()
  }

  deinit {
    if laterNames != nil { muster_completion_later(nil, nil) }
    muster_release_signals()
  }

  /// Reads a line.
  ///
  /// - Parameters:
  ///   - prompt: what stands before the line; styles are allowed.
  ///   - deadline: when the line is handed in as it stands.
  ///   - countdown: makes the prompt anew, once a second, from the seconds left to the deadline. It is
  ///     used in place of `prompt` where the screen can redraw, and once where it cannot.
  /// - Returns: the line, or what came in its place.
  public func read(
    prompt: String,
    until deadline: Moment? = nil,
    countdown: ((_ secondsLeft: Int) -> String)? = nil
  ) -> Reply {
    var first = prompt
    if let deadline, let countdown { first = countdown(Self.secondsLeft(deadline - .now)) }
    let end = deadline?.nanoseconds ?? Int64.max
    guard !screen.isPlain else { return readPlainly(first, until: end) }
    output.flush()
    return edit(first, until: end, countdown: countdown)
  }

  private func readPlainly(_ prompt: String, until deadline: Int64) -> Reply {
    output.write(prompt)
    output.flush()
    let reply = plain.read(until: deadline)
    // Enter at a terminal ends the prompt's line on the screen; nothing else does.
    if case .line = reply, muster_is_terminal(0), muster_is_terminal(1) { return reply }
    output.line()
    return reply
  }

  /// Throws away, at "time!", what is typed or pasted beyond it, so that it answers no later question.
  ///
  /// Lines from a pipe are kept: a program does not run on in its swing.
  ///
  /// - Parameters:
  ///   - quiet: for how many seconds the keys must have rested.
  ///   - longest: after how many seconds it ends in any case.
  /// - Returns: what else came in the meantime, an interrupt for instance.
  public func discardInput(quiet: Double = 0.4, longest: Double = 2) -> Reply? {
    output.flush()
    guard muster_is_terminal(0) else { return nil }
    plain.discard()
    switch muster_drain(Int64(quiet * 1e9), Int64(longest * 1e9)) {
    case .interrupt: return .interrupt(partial: "")
    case .terminate: return .terminate(partial: "")
    case .hangup: return .hangup(partial: "")
    case .input, .timeout, .resize, .suspend, .resume:
      return nil
    }
  }

  /// Sets the words that the Tab key completes; at first there are none.
  ///
  /// - Parameters:
  ///   - commands: words that begin with a colon.
  ///   - names: what may occur in an answer; made when the key is pressed for the first time.
  public func complete(commands: [String], names: (() -> [String])? = nil) {
    guard !screen.isPlain else { return }
    muster_completion_clear()
    for word in commands { unsafe muster_completion_add(word) }
    let later = names.map(LaterNames.init)
    laterNames = later
    guard let later else { return }
    unsafe muster_completion_later(addLaterNames, Unmanaged.passUnretained(later).toOpaque())
  }

  /// Draws, and waits for one key; where the screen is plain, for a line.
  ///
  /// Keys that send more than one byte of ASCII do nothing; Escape is a character like others.
  /// - Parameters:
  ///   - prompt: what stands before the cursor.
  ///   - draw: writes everything but the prompt, at the size the screen has now; called again when that
  ///     changes, on an empty screen.
  /// - Returns: `.line` with the key's character, empty for Enter; or what came in its place.
  public func readKey(prompt: String, draw: () -> Void) -> Reply {
    guard screen.canRedraw, muster_begin_keys() else {
      draw()
      return read(prompt: prompt)
    }
    defer {
      output.line()
      muster_end_keys()
    }
    draw()
    while true {
      output.write(prompt)
      output.flush()
      var key: Int32 = 0
      let end = unsafe muster_read_key(&key)
      if let reply = Self.reply(to: end, key) { return reply }
      guard key == 12 else {
        output.write("\r")
        continue
      }
      output.write("\u{1B}[H\u{1B}[2J")
      draw()
    }
  }

  private static func reply(to end: MusterEnd, _ key: Int32) -> Reply? {
    switch end {
    case .line: reply(to: key)
    case .input: .end
    case .interrupt: .interrupt(partial: "")
    case .terminate: .terminate(partial: "")
    case .hangup: .hangup(partial: "")
    case .timeout: nil
    }
  }

  private static func reply(to key: Int32) -> Reply? {
    switch key {
    case 10, 13: .line("", completed: false)
    case 27, 32...126: .line(String(UnicodeScalar(UInt8(key))), completed: false)
    default: nil
    }
  }

  /// Seconds shown for an exact number of seconds left: the first whole second lasts a whole second.
  static func secondsLeft(_ seconds: Double) -> Int {
    max(0, Int(seconds.rounded(.up)))
  }
}

/// Names for completion that are made when they are wanted.
private final class LaterNames {
  let make: () -> [String]

  init(make: @escaping () -> [String]) { self.make = make }
}

private func addLaterNames(_ context: UnsafeMutableRawPointer?) {
  guard let context = unsafe context else { return }
  let later = unsafe Unmanaged<LaterNames>.fromOpaque(context).takeUnretainedValue()
  for word in later.make() { unsafe muster_completion_add(word) }
}

/// What readline calls back for.
private final class Drawing {
  let prompt: ((Int) -> String)?
  let lines: (() -> [String])?
  let output: Output

  init(prompt: ((Int) -> String)?, lines: (() -> [String])?, output: Output) {
    self.prompt = prompt
    self.lines = lines
    self.output = output
  }
}

extension LineReader {
  private func edit(
    _ prompt: String,
    until deadline: Int64,
    countdown: ((Int) -> String)?
  ) -> Reply {
    let drawing = Drawing(prompt: countdown, lines: redraw, output: output)
    let tick: MusterTick? = unsafe countdown == nil ? nil : showCountdown
    let draw: MusterRedraw? = unsafe redraw == nil ? nil : drawAbovePrompt
    let line = unsafe withExtendedLifetime(drawing) {
      let context = unsafe Unmanaged.passUnretained(drawing).toOpaque()
      return unsafe muster_read_line(readlinePrompt(prompt), deadline, tick, draw, context)
    }
    defer { unsafe muster_line_free(line) }
    return unsafe reply(line)
  }

  private func reply(_ line: MusterLine) -> Reply {
    let bytes = unsafe UnsafeBufferPointer(start: line.text, count: line.count)
    let text = unsafe String(decoding: bytes.lazy.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    switch unsafe line.end {
    case .line: return unsafe .line(text, completed: line.completed)
    case .input: return .end
    case .timeout: return .timeout(partial: text)
    case .interrupt: return .interrupt(partial: text)
    case .terminate: return .terminate(partial: text)
    case .hangup: return .hangup(partial: text)
    }
  }
}

private func drawing(_ context: UnsafeMutableRawPointer?) -> Drawing? {
  guard let context = unsafe context else { return nil }
  return unsafe Unmanaged<Drawing>.fromOpaque(context).takeUnretainedValue()
}

private func showCountdown(_ context: UnsafeMutableRawPointer?, _ nanosecondsLeft: Int64) {
  guard let prompt = unsafe drawing(context)?.prompt else { return }
  let left = LineReader.secondsLeft(Double(nanosecondsLeft) / 1e9)
  unsafe muster_show_prompt(readlinePrompt(prompt(left)))
}

private func drawAbovePrompt(_ context: UnsafeMutableRawPointer?) {
  guard let drawing = unsafe drawing(context), let lines = drawing.lines else { return }
  for line in lines() { drawing.output.line(line) }
  drawing.output.flush()
}

/// The prompt with its escape sequences marked as invisible, as readline wants them to count columns.
func readlinePrompt(_ prompt: String) -> String {
  var marked = ""
  var inSequence = false
  for scalar in prompt.unicodeScalars {
    if scalar == "\u{1B}" {
      inSequence = true
      marked.unicodeScalars.append("\u{01}")
    }
    marked.unicodeScalars.append(scalar)
    if inSequence, ("@"..."~").contains(scalar), scalar != "[" {
      inSequence = false
      marked.unicodeScalars.append("\u{02}")
    }
  }
  return marked
}
