package org.luoshi.platform.database;

import java.util.Locale;
import org.luoshi.platform.Texts;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says on the console, in the language of the machine and without a stack trace, why the house cannot start and what to do. */
class DatabaseRefusalAnalyzer extends AbstractFailureAnalyzer<DatabaseRefusal> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, DatabaseRefusal refusal) {
        Texts texts = new Texts();
        Locale locale = Locale.getDefault();
        Object[] arguments = refusal.details().entrySet().stream()
                .flatMap(detail -> java.util.stream.Stream.of(detail.getKey(), detail.getValue()))
                .toArray();
        return new FailureAnalysis(
                texts.get(locale, refusal.fault().textKey(), arguments),
                texts.get(locale, refusal.fault().adviceKey(), arguments),
                refusal);
    }
}
