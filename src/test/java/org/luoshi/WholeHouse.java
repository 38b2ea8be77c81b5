package org.luoshi;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;

/**
 * The whole application on a real port with a clock that tests set. All tests that carry it share one context and so one database: read numbers from
 * pages instead of expecting them, and take people and units from {@code InventedOffice.in(…)}.
 */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "luoshi.ledger.remind-every=P3D",
            "luoshi.notices.sweep-every=P3D",
            "luoshi.ledger.packages-every=3d",
            "luoshi.ledger.package-timeout=4s",
            "luoshi.reporting.sweep-first=3d",
            "luoshi.reporting.sweep-every=3d",
            "luoshi.reporting.ending-every=3d",
            "luoshi.webhooks.every=P3D",
            "luoshi.secret-key=AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8="
        })
@Import({PostgresForTests.class, ClockForTests.class})
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface WholeHouse {}
