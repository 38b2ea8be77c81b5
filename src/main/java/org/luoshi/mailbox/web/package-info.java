@NullMarked
package org.luoshi.mailbox.web;

import org.jspecify.annotations.NullMarked;
