internal import CReadline

/// Makes the process fit for a terminal: to be called once, before anything is opened or printed.
///
/// Standard descriptors that are closed are opened on `/dev/null`, writing to a closed pipe becomes an
/// error in place of a signal, and a UTF-8 locale is taken where the environment has none.
public func prepareProcess() {
  muster_prepare_process()
}

/// Whether the environment had no UTF-8 locale, so that `prepareProcess` took one: text is UTF-8 all the same.
public var localeWasReplaced: Bool { muster_took_locale() }
