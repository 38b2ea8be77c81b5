package org.luoshi.obligations;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** A clock that stands still until a test sets it. Import {@link Wound} into the test's context. */
public final class TestClock extends Clock {

    private volatile Instant now = Instant.parse("2026-03-05T04:00:00Z");

    public void set(Instant instant) {
        now = instant;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        TestClock wound = this;
        return new Clock() {
            @Override
            public ZoneId getZone() {
                return zone;
            }

            @Override
            public Clock withZone(ZoneId other) {
                return wound.withZone(other);
            }

            @Override
            public Instant instant() {
                return wound.instant();
            }
        };
    }

    @Override
    public Instant instant() {
        return now;
    }

    /** Puts the clock into a test's context. */
    @TestConfiguration(proxyBeanMethods = false)
    public static class Wound {

        @Bean
        @Primary
        TestClock testClock() {
            return new TestClock();
        }
    }
}
