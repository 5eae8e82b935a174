internal import CDecks
public import Deck

/// The file of a deck that is built into the program; nil where none has this name.
public func shippedDeck(_ name: String) -> DeckFile? {
  for index in 0..<muster_deck_count()
  where unsafe String(cString: muster_deck_name(index)) == name {
    let bytes = unsafe UnsafeBufferPointer(
      start: muster_deck_bytes(index),
      count: muster_deck_size(index)
    )
    return DeckFile(name: name, bytes: unsafe Array(bytes))
  }
  return nil
}
