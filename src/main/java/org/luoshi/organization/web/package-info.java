@NullMarked
package org.luoshi.organization.web;

import org.jspecify.annotations.NullMarked;
