// SPDX-License-Identifier: GPL-3.0-or-later
// Which of the register's two languages this process speaks.
#pragma once

#include <glib.h>

G_BEGIN_DECLS

const char *ceci_language_current (void); // "fr" or "en", of the locale

G_END_DECLS
