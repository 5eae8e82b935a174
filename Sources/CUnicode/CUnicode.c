#include "CUnicode.h"

#include <stdbool.h>
#include <utf8proc.h>

struct sink {
  uint16_t *out;
  size_t count, capacity;
};

static void put(struct sink *sink, uint32_t scalar) {
  size_t units = scalar > 0xFFFF ? 2 : 1;
  if (sink->count + units > sink->capacity) return;
  if (units == 1) {
    sink->out[sink->count++] = (uint16_t)scalar;
  } else {
    sink->out[sink->count++] = (uint16_t)(0xD800 + ((scalar - 0x10000) >> 10));
    sink->out[sink->count++] = (uint16_t)(0xDC00 + ((scalar - 0x10000) & 0x3FF));
  }
}

static bool is_apostrophe(uint32_t c) {
  switch (c) {
    case '\'': case '`': case 0xB4: case 0x2B9: case 0x2BB: case 0x2BC: case 0x2BD: case 0x2BE: case 0x2BF:
    case 0x2C8: case 0x2CA: case 0x2CB: case 0x5F3: case 0x2018: case 0x2019: case 0x201A: case 0x201B:
    case 0x2032: case 0x2035: case 0xA78B: case 0xA78C: case 0xFF07:
      return true;
    default:
      return false;
  }
}

/// Latin letters that no normal form takes apart; both cases, since this comes before case folding too.
static const char *spelt_out(uint32_t c) {
  switch (c) {
    case 0xDF: case 0x1E9E: return "ss";
    case 0xC6: case 0xE6: return "ae";
    case 0x152: case 0x153: return "oe";
    case 0xD8: case 0xF8: return "o";
    case 0x110: case 0x111: case 0xD0: case 0xF0: return "d";
    case 0x141: case 0x142: return "l";
    case 0x131: return "i";
    case 0xDE: case 0xFE: return "th";
    default: return NULL;
  }
}

/// What stands for a character that is no letter, digit or mark.
static uint32_t sign(uint32_t c, utf8proc_category_t category) {
  switch (c) {
    case 0x2022: case 0x2023: case 0x2043: case 0x25AA: case 0x25CF: case 0x25E6: return '|';
    case 0x60C: case 0x3001: return ',';
    case 0x61B: return ';';
    case 0x2044: case 0x2215: return '/';
    case 0x2212: return '-';
    case 0x85: case 0x2028: case 0x2029: return '\n';
  }
  if (category == UTF8PROC_CATEGORY_PD) return '-';
  return c < 0x80 ? c : ' ';
}

/// A digit of one of the commoner scripts as its ASCII digit, else the character itself.
static uint32_t digit(uint32_t c) {
  if (c >= 0x660 && c <= 0x669) return '0' + (c - 0x660);
  if (c >= 0x6F0 && c <= 0x6F9) return '0' + (c - 0x6F0);
  if (c >= 0x966 && c <= 0x96F) return '0' + (c - 0x966);
  return c;
}

static void put_folded(struct sink *sink, uint32_t c) {
  const char *letters = spelt_out(c);
  if (letters) {
    while (*letters) put(sink, (uint32_t)*letters++);
    return;
  }
  utf8proc_category_t category = utf8proc_category((utf8proc_int32_t)c);
  switch (category) {
    case UTF8PROC_CATEGORY_MN: case UTF8PROC_CATEGORY_ME: case UTF8PROC_CATEGORY_CF:
      return;
    case UTF8PROC_CATEGORY_CC:
      if (c == '\n' || c == '\r' || c == 0x85) put(sink, '\n');
      if (c == '\t') put(sink, ' ');
      return;
    case UTF8PROC_CATEGORY_LU: case UTF8PROC_CATEGORY_LL: case UTF8PROC_CATEGORY_LT:
    case UTF8PROC_CATEGORY_LM: case UTF8PROC_CATEGORY_LO: case UTF8PROC_CATEGORY_MC:
    case UTF8PROC_CATEGORY_ND: case UTF8PROC_CATEGORY_NL: case UTF8PROC_CATEGORY_NO:
      put(sink, digit(c));
      return;
    default:
      put(sink, sign(c, category));
  }
}

enum { expansion = 64 };

static int take_apart(uint32_t c, int options, utf8proc_int32_t *parts) {
  int class = UTF8PROC_BOUNDCLASS_START;
  utf8proc_ssize_t n = utf8proc_decompose_char(
      (utf8proc_int32_t)c, parts, expansion, (utf8proc_option_t)options, &class);
  return n < 0 || n > expansion ? 0 : (int)n;
}

/// Case is folded only after the marks are gone, so that composed and decomposed input end alike.
static void put_case_folded(struct sink *sink, uint32_t c) {
  utf8proc_category_t category = utf8proc_category((utf8proc_int32_t)c);
  if (category == UTF8PROC_CATEGORY_MN || category == UTF8PROC_CATEGORY_ME) return;
  if (spelt_out(c)) {
    put_folded(sink, c);
    return;
  }
  utf8proc_int32_t parts[expansion];
  int n = take_apart(c, UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT | UTF8PROC_CASEFOLD, parts);
  for (int i = 0; i < n; i++) put_folded(sink, (uint32_t)parts[i]);
}

size_t muster_plain(const uint32_t *scalars, size_t count, uint16_t *out, size_t capacity) {
  struct sink sink = {out, 0, capacity};
  for (size_t i = 0; i < count; i++) {
    if (is_apostrophe(scalars[i])) {
      put(&sink, '\'');
      continue;
    }
    utf8proc_int32_t parts[expansion];
    int n = take_apart(scalars[i], UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT, parts);
    for (int k = 0; k < n; k++) put_case_folded(&sink, (uint32_t)parts[k]);
  }
  return sink.count;
}
