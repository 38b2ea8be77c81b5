package org.luoshi;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** Puts a {@link TestClock} into the context: {@code @Import(ClockForTests.class)}, then {@code @Autowired TestClock clock}. */
@TestConfiguration(proxyBeanMethods = false)
public class ClockForTests {

    @Bean
    @Primary
    TestClock testClock() {
        return new TestClock();
    }
}
