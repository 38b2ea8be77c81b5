package org.luoshi.webhooks.core;

import java.net.InetAddress;
import java.util.List;
import javax.net.ssl.SSLSocketFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The ways out of the house. */
@Configuration(proxyBeanMethods = false)
class WebhookConfiguration {

    @Bean
    HostLookup hostLookup() {
        return host -> List.of(InetAddress.getAllByName(host));
    }

    @Bean
    WebhookPost webhookPost() {
        return new WebhookPost((SSLSocketFactory) SSLSocketFactory.getDefault());
    }
}
