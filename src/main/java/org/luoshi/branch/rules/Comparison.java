package org.luoshi.branch.rules;

/** 以上 and 以下 include the number, 超过 does not. */
public enum Comparison {
    AT_LEAST,
    MORE_THAN,
    AT_MOST
}
