package org.luoshi.notices.core;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

/** Reads the settings of this room. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({NoticeSettings.class, MailSettings.class})
class NoticesConfiguration {}
