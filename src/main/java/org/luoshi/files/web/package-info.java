@NullMarked
package org.luoshi.files.web;

import org.jspecify.annotations.NullMarked;
