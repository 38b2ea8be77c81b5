@NullMarked
package org.luoshi.study.web;

import org.jspecify.annotations.NullMarked;
