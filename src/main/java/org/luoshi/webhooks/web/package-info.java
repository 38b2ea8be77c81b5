@NullMarked
package org.luoshi.webhooks.web;

import org.jspecify.annotations.NullMarked;
