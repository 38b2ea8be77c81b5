@NullMarked
package org.luoshi.desk.web;

import org.jspecify.annotations.NullMarked;
