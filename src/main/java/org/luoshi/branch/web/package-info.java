@NullMarked
package org.luoshi.branch.web;

import org.jspecify.annotations.NullMarked;
