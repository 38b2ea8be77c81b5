package org.luoshi.study.core;

import java.math.BigDecimal;
import java.util.List;

/**
 * A unit in which study is measured.
 *
 * @param hours class hours that one of it is worth
 * @param shipped what it was worth before the office decided otherwise
 * @param words how people write it, the usual one first
 */
public record StudyUnit(String key, BigDecimal hours, BigDecimal shipped, List<String> words) {

    static final String HOUR = "HOUR";
}
