package cn.linli.platform.vault;

/** Chinese surnames as far as masking and redaction must tell them from other words. */
final class Surnames {

  private static final String COMPOUND =
      "欧阳 司马 上官 诸葛 东方 皇甫 尉迟 公孙 慕容 令狐 宇文 长孙 司徒 夏侯 端木 南宫 独孤 轩辕 百里 呼延 东郭 西门 第五 申屠 公羊 澹台 濮阳 淳于"
          + " 单于 太史 钟离 闾丘 仲孙 司空 鲜于 拓跋 纳兰 完颜 赫连 万俟";

  /** The two hundred most frequent ones: about 96 of 100 people. */
  private static final String SINGLE =
      "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩邓冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺"
          + "毛郝顾龚邵万覃武钱戴严欧莫孔向汤温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳欧管柴蒙鲍华喻祁"
          + "蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝";

  private Surnames() {}

  static int length(String name) {
    return name.length() > 2 && COMPOUND.contains(name.substring(0, 2)) ? 2 : 1;
  }

  /** For a regular expression. */
  static String alternatives() {
    return "(?:" + COMPOUND.replace(' ', '|') + "|[" + SINGLE + "])";
  }
}
