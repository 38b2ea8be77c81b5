/** Reading and writing of workbooks, part by part. */
@org.jspecify.annotations.NullMarked
package org.luoshi.spreadsheets.core;
