package org.luoshi.platform;

import jakarta.servlet.DispatcherType;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.session.config.SessionRepositoryCustomizer;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.jdbc.config.annotation.web.http.EnableJdbcHttpSession;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;
import org.springframework.session.web.http.SessionRepositoryFilter;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Sessions live in the database, so that a restart signs nobody out and any node answers any request. */
@Configuration(proxyBeanMethods = false)
@EnableJdbcHttpSession(tableName = "spring_session")
class SessionConfiguration {

    /**
     * That somebody is still there is written once a minute (once a tenth of the time that a session is kept, where that is less): written at every
     * request, each page would wait for the disk. A session can thus end that much earlier than the office has set.
     */
    private static final String UPDATE = """
            update spring_session s
            set session_id = n.session_id, last_access_time = n.last_access_time, max_inactive_interval = n.max_inactive_interval,
                expiry_time = n.expiry_time, principal_name = n.principal_name
            from (select cast(? as char(36)) as session_id, cast(? as bigint) as last_access_time, cast(? as int) as max_inactive_interval,
                         cast(? as bigint) as expiry_time, cast(? as text) as principal_name, cast(? as char(36)) as primary_id) n
            where s.primary_id = n.primary_id
              and (s.last_access_time <= n.last_access_time - least(60000, n.max_inactive_interval * 100) or s.session_id <> n.session_id
                   or s.max_inactive_interval <> n.max_inactive_interval or s.principal_name is distinct from n.principal_name)
            """;

    /** Ends a session that nobody used for this long. */
    @Bean
    static SessionRepositoryCustomizer<JdbcIndexedSessionRepository> idleTimeOut(
            @Value("${luoshi.session.idle:30m}") Duration idle) {
        return sessions -> {
            sessions.setDefaultMaxInactiveInterval(idle);
            sessions.setUpdateSessionQuery(UPDATE);
            // Its own timer starts before the tables exist; ExpiredSessions cleans up instead.
            sessions.setCleanupCron(Scheduled.CRON_DISABLED);
        };
    }

    /** Each statement for itself: reading a session and finding that nothing is to be written needs no BEGIN and COMMIT, twice with every request. */
    @Bean(defaultCandidate = false)
    static TransactionOperations springSessionTransactionOperations() {
        return TransactionOperations.withoutTransaction();
    }

    /** Removes sessions that have ended, once a minute from a minute after the start. */
    @Component
    static class ExpiredSessions {

        private final JdbcIndexedSessionRepository sessions;

        ExpiredSessions(JdbcIndexedSessionRepository sessions) {
            this.sessions = sessions;
        }

        @Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT1M")
        void remove() {
            sessions.cleanUpExpiredSessions();
        }
    }

    /** The cookie is marked Secure by itself where the request came over HTTPS. */
    @Bean
    static CookieSerializer cookieSerializer() {
        DefaultCookieSerializer cookie = new DefaultCookieSerializer();
        cookie.setCookieName("LUOSHI");
        cookie.setUseHttpOnlyCookie(true);
        cookie.setSameSite("Lax");
        cookie.setCookiePath("/");
        return cookie;
    }

    /** Error pages belong to the same session as the request that failed. */
    @Bean
    static FilterRegistrationBean<SessionRepositoryFilter<?>> sessionFilter(SessionRepositoryFilter<?> filter) {
        FilterRegistrationBean<SessionRepositoryFilter<?>> registration = new FilterRegistrationBean<>(filter);
        registration.setOrder(SessionRepositoryFilter.DEFAULT_ORDER);
        registration.setDispatcherTypes(DispatcherType.REQUEST, DispatcherType.ASYNC, DispatcherType.ERROR);
        return registration;
    }
}
