@NullMarked
package org.luoshi.access.web;

import org.jspecify.annotations.NullMarked;
