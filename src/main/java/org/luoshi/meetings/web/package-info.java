@NullMarked
package org.luoshi.meetings.web;

import org.jspecify.annotations.NullMarked;
