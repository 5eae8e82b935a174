// The decks that are built into the program: the files in Decks/, byte for byte.
#ifndef MUSTER_CDECKS_H
#define MUSTER_CDECKS_H

#include <stddef.h>

/// The number of decks built in.
size_t muster_deck_count(void);
/// The file name of deck `index` (below `muster_deck_count()`), for instance "alliances.json".
const char *_Nonnull muster_deck_name(size_t index);
/// The first byte of deck `index`; it lives as long as the program.
const unsigned char *_Nonnull muster_deck_bytes(size_t index);
/// The length of deck `index` in bytes.
size_t muster_deck_size(size_t index);

#endif
