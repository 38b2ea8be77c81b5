/** The tags of a template and their filling. */
@org.jspecify.annotations.NullMarked
package org.luoshi.documents.core;
