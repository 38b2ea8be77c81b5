package org.luoshi.study.core;

import java.math.BigDecimal;
import java.time.LocalDate;

/** Study elsewhere as somebody notes it. */
public record NewHours(String title, LocalDate day, BigDecimal amount, String unit, String platform, boolean course) {}
