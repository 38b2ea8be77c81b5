@NullMarked
package org.luoshi.history.web;

import org.jspecify.annotations.NullMarked;
