/** Raw material of invented persons. `汉字:pinyin`, most frequent first. */
const SURNAME_TEXT =
  '王:wang 李:li 张:zhang 刘:liu 陈:chen 杨:yang 黄:huang 赵:zhao 吴:wu 周:zhou 徐:xu 孙:sun 马:ma 朱:zhu 胡:hu 郭:guo 何:he 林:lin 高:gao 罗:luo 郑:zheng 梁:liang 谢:xie 宋:song 唐:tang 许:xu 韩:han 邓:deng 冯:feng 曹:cao 彭:peng 曾:zeng 肖:xiao 田:tian 董:dong 潘:pan 袁:yuan 蔡:cai 蒋:jiang 余:yu 于:yu 杜:du 叶:ye 程:cheng 魏:wei 苏:su 吕:lv 丁:ding 任:ren 卢:lu 姚:yao 沈:shen 钟:zhong 姜:jiang 崔:cui 谭:tan 陆:lu 范:fan 汪:wang 廖:liao 石:shi 金:jin 韦:wei 贾:jia 夏:xia 付:fu 方:fang 邹:zou 熊:xiong 白:bai 孟:meng 秦:qin 邱:qiu 侯:hou 江:jiang 尹:yin 薛:xue 闫:yan 雷:lei 龙:long 黎:li 史:shi 陶:tao 贺:he 顾:gu 毛:mao 郝:hao 龚:gong 邵:shao 万:wan 覃:qin 武:wu 钱:qian 戴:dai 严:yan 莫:mo 孔:kong 向:xiang 常:chang 欧阳:ouyang 上官:shangguan 诸葛:zhuge 司徒:situ';

const MALE_TEXT =
  '伟:wei 强:qiang 磊:lei 军:jun 洋:yang 勇:yong 杰:jie 涛:tao 超:chao 明:ming 刚:gang 平:ping 辉:hui 鹏:peng 华:hua 飞:fei 鑫:xin 波:bo 斌:bin 宇:yu 浩:hao 凯:kai 健:jian 俊:jun 帆:fan 帅:shuai 旭:xu 宁:ning 龙:long 林:lin 欢:huan 阳:yang 建:jian 亮:liang 成:cheng 东:dong 峰:feng 博:bo 文:wen 志:zhi 子:zi 晨:chen 昊:hao 天:tian 思:si 远:yuan 泽:ze 睿:rui 铭:ming 梓:zi 翔:xiang 毅:yi 嘉:jia 航:hang 钧:jun 逸:yi 恒:heng 朗:lang 哲:zhe 轩:xuan';

const FEMALE_TEXT =
  '芳:fang 娜:na 敏:min 静:jing 丽:li 艳:yan 娟:juan 霞:xia 燕:yan 玲:ling 桂:gui 丹:dan 萍:ping 红:hong 玉:yu 兰:lan 英:ying 梅:mei 莉:li 秀:xiu 洁:jie 颖:ying 雪:xue 琳:lin 晶:jing 婷:ting 慧:hui 莹:ying 倩:qian 雯:wen 悦:yue 欣:xin 怡:yi 佳:jia 梦:meng 琪:qi 诗:shi 雨:yu 涵:han 萱:xuan 思:si 彤:tong 瑶:yao 菲:fei 妍:yan 蕾:lei 露:lu 楠:nan 清:qing 书:shu 语:yu 可:ke 若:ruo 晓:xiao 亦:yi 心:xin 安:an 宁:ning 嘉:jia 璐:lu';

export type Syllable = { han: string; pinyin: string };

const parse = (text: string): Syllable[] =>
  text.split(' ').map((entry) => {
    const [han = '', pinyin = ''] = entry.split(':');
    return { han, pinyin };
  });

export const SURNAMES = parse(SURNAME_TEXT);
export const MALE_GIVEN = parse(MALE_TEXT);
export const FEMALE_GIVEN = parse(FEMALE_TEXT);

/** Invented full names of people from elsewhere; English ones also of Chinese who go by them. */
export const FOREIGN_NAMES = [
  'Emily Carter',
  'Lukas Brandt',
  'Priya Raman',
  'Daniel Okafor',
  'Sofia Lindqvist',
  'Hiroshi Tanabe',
  'Chloé Marchand',
  'Kevin Zhao',
  'Grace Lin',
  'Jason Wu',
  'Olivia Bennett',
  'Mateo Fuentes',
  'Anna Kowalska',
  'Ryan O’Dell',
  'Siti Rahmah',
  'Tran Minh Duc',
  'Ji-woo Han',
  'Alexander Petrov',
] as const;

/** Two of fifteen characters, as long as names of Chinese citizens usually get. */
export const LONG_NAMES = ['阿卜杜外力·麦麦提吐尔逊·艾山', '古丽米热·阿布都热合曼·玉素甫'] as const;
