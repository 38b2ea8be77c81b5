package org.luoshi.platform.database;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The client by which every room asks the database. */
@AutoConfiguration(after = JdbcTemplateAutoConfiguration.class, before = JdbcClientAutoConfiguration.class)
class JdbcClientConfiguration {

    @Bean
    JdbcClient jdbcClient(NamedParameterJdbcTemplate template) {
        return new RecordJdbcClient(JdbcClient.create(template));
    }
}
