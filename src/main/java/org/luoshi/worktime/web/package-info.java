@NullMarked
package org.luoshi.worktime.web;

import org.jspecify.annotations.NullMarked;
