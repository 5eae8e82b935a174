#ifndef MUSTER_CUNICODE_H
#define MUSTER_CUNICODE_H

#include <stddef.h>
#include <stdint.h>

/// Writes the plain form of `count` Unicode scalars to `out` as UTF-16 and returns how many units were
/// written, never more than `capacity`: compatibility forms resolved (NFKD), marks and format characters
/// dropped, case folded, Latin letters without a decomposition spelt out (ß ss, ø o, ł l …), every kind of
/// apostrophe and dash made the ASCII one, line breaks made \n, other punctuation and symbols a space.
/// Beyond ASCII only letters and digits come out. No locale is asked.
size_t muster_plain(const uint32_t *scalars, size_t count, uint16_t *out, size_t capacity);

/// Columns that a scalar takes on a terminal: 0, 1 or 2 (Unicode's East Asian Width, as utf8proc has it).
int muster_scalar_width(uint32_t scalar);

#endif
