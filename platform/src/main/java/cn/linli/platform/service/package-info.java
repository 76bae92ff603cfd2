/** What the Spring context of every service is made of: its database, its secrets, its clock. */
@NullMarked
package cn.linli.platform.service;

import org.jspecify.annotations.NullMarked;
