@NullMarked
package org.luoshi.jobs.web;

import org.jspecify.annotations.NullMarked;
