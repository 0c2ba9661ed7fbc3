// SPDX-License-Identifier: GPL-3.0-or-later
// How a register is put together from what opening it found.
#pragma once

#include "ceci-database-private.h"
#include "ceci-lock.h"
#include "ceci-register.h"
#include "ceci-undo-stack.h"
#include "ceci-worker.h"

G_BEGIN_DECLS

// What the writing thread owns. The lock goes last, when the file is closed.
typedef struct {
  CeciDatabase *database;
  CeciUndoStack *stack;
  CeciLock *lock;
} CeciWriter;

typedef struct {
  GFile *file; // borrowed
  const char *who;
  CeciEntropy *entropy;  // borrowed
  GMainContext *context; // borrowed
  GThread *thread;
  char *holder;    // taken, like what follows
  GError *refusal; // why it is read-only; NULL if and only if there is a writer
  CeciWriter *writer;
  CeciDatabase *reader;
} CeciRegisterParts;

CeciRegister *ceci_register_assemble (CeciRegisterParts *parts);
void ceci_writer_free (CeciWriter *self);

G_END_DECLS
