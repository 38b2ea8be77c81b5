@NullMarked
package org.luoshi.notices.web;

import org.jspecify.annotations.NullMarked;
