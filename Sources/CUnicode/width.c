#include <utf8proc.h>

#include "CUnicode.h"

int muster_scalar_width(uint32_t scalar) { return utf8proc_charwidth((utf8proc_int32_t)scalar); }
