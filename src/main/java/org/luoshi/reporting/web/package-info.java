@NullMarked
package org.luoshi.reporting.web;

import org.jspecify.annotations.NullMarked;
