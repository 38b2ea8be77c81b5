package org.luoshi.platform.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool;
import java.nio.file.Path;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;

/** The one DataSource: the office's own PostgreSQL where {@code LUOSHI_DB_URL} names it, else ours in the data folder. Tests bring their own. */
@AutoConfiguration(before = DataSourceAutoConfiguration.class)
@ConditionalOnMissingBean(DataSource.class)
class DatabaseConfiguration {

    /** Whoever cannot be served by then is told so and comes again, instead of holding a place in the queue while the database is away. */
    private static final long LONGEST_WAIT_MILLIS = 5_000;

    @Bean
    @Lazy
    EmbeddedPostgreSql embeddedPostgreSql(
            @Value("${luoshi.data:./data}") Path dataFolder,
            @Value("${luoshi.postgresql-version}") String version,
            @Value("${luoshi.data-least-free-mb:200}") long leastFreeMegabytes) {
        return EmbeddedPostgreSql.start(dataFolder, version, leastFreeMegabytes, UnprivilegedUser.find());
    }

    @Bean
    HikariDataSource dataSource(
            @Value("${luoshi.db.url:}") String url,
            @Value("${luoshi.db.user:}") String user,
            @Value("${luoshi.db.password:}") String password,
            @Value("${luoshi.db.connections:20}") int connections,
            ObjectProvider<EmbeddedPostgreSql> embedded) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("luoshi");
        config.setMaximumPoolSize(connections);
        config.setMinimumIdle(Math.min(4, connections));
        config.setConnectionTimeout(LONGEST_WAIT_MILLIS);
        config.addDataSourceProperty("ApplicationName", "luoshi");
        config.addDataSourceProperty("tcpKeepAlive", "true");
        config.addDataSourceProperty("reWriteBatchedInserts", "true");
        if (url.isBlank()) {
            EmbeddedPostgreSql own = embedded.getObject();
            config.setJdbcUrl(own.url());
            config.setUsername(own.user());
            config.setPassword(own.password());
        } else {
            config.setJdbcUrl(url);
            config.setUsername(user);
            config.setPassword(password);
        }
        try {
            return new HikariDataSource(config);
        } catch (HikariPool.PoolInitializationException e) {
            throw DatabaseFault.UNREACHABLE.with(
                    Map.of("url", config.getJdbcUrl(), "reason", String.valueOf(e.getMessage())), e);
        }
    }
}
