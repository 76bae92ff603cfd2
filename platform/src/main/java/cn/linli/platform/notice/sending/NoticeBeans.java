package cn.linli.platform.notice.sending;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mail.javamail.JavaMailSender;

/** For a service that tells people outside; imported by what has a {@link Notifier}. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(NoticeProperties.class)
public class NoticeBeans {

  @Bean
  NoticeSender noticeSender(NoticeProperties properties, ObjectProvider<JavaMailSender> mail) {
    return properties.sender() == NoticeProperties.Kind.SMTP
        ? new MailSender(mail.getObject(), properties.from(), properties.address())
        : new LogSender();
  }

  @Bean
  ApplicationListener<ApplicationReadyEvent> startNotices(Notifier<?> notifier) {
    return ready -> notifier.start();
  }
}
