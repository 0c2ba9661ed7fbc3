// SPDX-License-Identifier: GPL-3.0-or-later
// The error domain of the jury's room.

#include "config.h"

#include "ceci-jury-error.h"

G_DEFINE_QUARK (ceci - jury - error - quark, ceci_jury_error)
