/** Preparation: tasks laid down from templates, planned backwards, and what a move means for them. */
@NullMarked
package org.luoshi.meetings.preparation;

import org.jspecify.annotations.NullMarked;
