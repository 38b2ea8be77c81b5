package org.luoshi.ledger.paper;

/** A Word document to be saved under a name. */
record PaperFile(String name, byte[] content) {}
