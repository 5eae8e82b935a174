#ifndef MUSTER_CUNICODE_H
#define MUSTER_CUNICODE_H

#endif
