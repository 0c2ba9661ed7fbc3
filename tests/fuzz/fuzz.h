// SPDX-License-Identifier: GPL-3.0-or-later
// What every fuzzer defines: libFuzzer's one function. It returns 0; it fails by crashing.
#pragma once

#include <stddef.h>
#include <stdint.h>

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);
