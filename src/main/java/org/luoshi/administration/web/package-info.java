@NullMarked
package org.luoshi.administration.web;

import org.jspecify.annotations.NullMarked;
