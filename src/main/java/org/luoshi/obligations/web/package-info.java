@NullMarked
package org.luoshi.obligations.web;

import org.jspecify.annotations.NullMarked;
