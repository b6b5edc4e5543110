//! News without an election, our own, for the benchmarks.

/// News without elections; in one of each language a word of voting means something else, as in every sixth such article of real news.
pub(crate) const OTHER_AR: &[&str] = &[
    "أعلنت وزارة الطاقة أن إنتاج النفط الخام بلغ 2.4 مليون برميل يوميا خلال الشهر الماضي، بزيادة قدرها 3.5% عن الشهر السابق.\n\n\
     وقال الوزير في مؤتمر صحفي إن الشركة الوطنية تخطط لحفر 42 بئرا جديدة في حقول الجنوب قبل نهاية العام، وإن كلفة المشروع تصل إلى 760 مليون دولار. \
     وأضاف أن العمل في خط الأنابيب الذي يربط الحقول بميناء التصدير سيكتمل في آذار/مارس المقبل.\n\n\
     وتراجعت أسعار النفط في التعاملات الآسيوية بعد أن أظهرت بيانات ارتفاع المخزونات الأمريكية أكثر من المتوقع. وهبط خام برنت 81 سنتا إلى 77.35 دولارا للبرميل، \
     فيما فقد الخام الأمريكي 1.1% من قيمته. ويتوقع محللون أن تبقى الأسعار قريبة من هذا المستوى حتى اجتماع الدول المنتجة.\n",
    "فاز المنتخب الوطني لكرة اليد على ضيفه بنتيجة 31-27 في المباراة التي أقيمت مساء أمس السبت أمام 6500 متفرج، ليتأهل إلى الدور نصف النهائي من البطولة القارية.\n\n\
     وتقدم أصحاب الأرض منذ الدقيقة الخامسة، وأنهوا الشوط الأول متقدمين بفارق أربعة أهداف. وسجل كريم الشناوي تسعة أهداف، بينما تصدى الحارس لـ14 تسديدة من أصل 38.\n\n\
     وقال المدرب عقب اللقاء: «كانت المباراة صعبة، لكن اللاعبين نفذوا الخطة كما أردنا». وسيغيب عن المباراة المقبلة لاعبان بسبب الإصابة، فيما يعود القائد بعد غياب دام ثلاثة أسابيع.\n",
    "ضرب زلزال بقوة 5.8 درجات على مقياس ريختر فجر اليوم الثلاثاء مناطق جبلية في شمال البلاد، ما أدى إلى مقتل 17 شخصا على الأقل وإصابة أكثر من 240 آخرين، بحسب حصيلة أولية للدفاع المدني.\n\n\
     وقالت هيئة المسح الجيولوجي إن مركز الزلزال يقع على عمق 12 كيلومترا، على بعد 60 كيلومترا من أقرب مدينة كبيرة. وشعر السكان بهزات ارتدادية استمرت ساعات، وقضى كثيرون ليلتهم في العراء.\n\n\
     وأرسلت السلطات 35 سيارة إسعاف وفرق إنقاذ من ثلاث محافظات، وانقطعت الكهرباء عن نحو 11 ألف منزل. وأكد محافظ المنطقة أن المدارس ستبقى مغلقة حتى يوم الأحد المقبل.\n",
    "افتتح أمس في دار الأوبرا معرض يضم 120 لوحة ومخطوطة نادرة تعود إلى القرنين السابع عشر والثامن عشر، بعضها يعرض للمرة الأولى. ويستمر المعرض حتى 15 حزيران/يونيو.\n\n\
     وقالت أمينة المعرض ليلى حداد إن ترميم المخطوطات استغرق خمس سنوات، وشارك فيه خبراء من أربع دول. وأضافت أن صوت الراوي الذي يرافق الزائر في القاعات سجله ممثل معروف.\n\n\
     ويبلغ سعر التذكرة 20 دينارا، ويدخل الطلاب مجانا. ومن المقرر أن تنتقل المجموعة بعد ذلك إلى متحفين آخرين في المنطقة، على أن تعود إلى مكانها في المكتبة الوطنية مطلع العام القادم.\n",
    "حذر أطباء من موجة جديدة من الإنفلونزا الموسمية بعد ارتفاع عدد المصابين الذين أدخلوا المستشفيات بنسبة 22 في المائة خلال أسبوعين. ودعت وزارة الصحة كبار السن إلى تلقي اللقاح.\n\n\
     وأوضحت الوزارة أن مخزون اللقاح يكفي مليونا و300 ألف شخص، وأن 480 مركزا صحيا تقدمه من دون موعد. وقال الطبيب سامر خليل إن الأعراض تستمر عادة من خمسة أيام إلى سبعة، وإن الراحة وشرب السوائل كافيان في معظم الحالات.\n\n\
     وفي سياق متصل أعلنت جامعة العاصمة أن باحثيها طوروا فحصا سريعا تظهر نتيجته خلال 20 دقيقة، وأن الإنتاج التجاري سيبدأ في الربع الثاني من العام.\n",
    "توقعت هيئة الأرصاد الجوية هطول أمطار غزيرة على السواحل الغربية ابتداء من مساء الخميس، مع رياح تصل سرعتها إلى 70 كيلومترا في الساعة وانخفاض في درجات الحرارة.\n\n\
     وقالت الهيئة في نشرتها إن كمية الأمطار قد تتجاوز 60 ملم خلال 24 ساعة، ودعت الصيادين إلى عدم الإبحار. وفتحت البلديات ملاجئ مؤقتة للأسر التي تسكن قرب مجاري الأودية.\n\n\
     وكانت فيضانات العام الماضي قد ألحقت أضرارا بأكثر من 900 منزل و14 جسرا. وتعهدت الحكومة حينها بإنفاق 85 مليون درهم على شبكات التصريف، وقال مهندسون إن ثلثي الأعمال أنجزا حتى الآن.\n",
];
pub(crate) const OTHER_EN: &[&str] = &[
    "The central bank held its main interest rate at 4.25% on Thursday and said inflation would fall to its target within 18 months, later than it forecast in May.\n\n\
     Consumer prices rose 3.1% in the year to September, down from 3.8% a month earlier, as energy bills dropped. Economists at three banks had expected 3.3%. The currency gained 0.4% against the dollar, \
     and the yield on 10-year bonds slipped to 4.02%.\n\n\
     \"We are confident that the worst is behind us,\" Governor Helen Marsh told reporters, adding that wage growth remained too strong. Unemployment stood at 4.6%, or 1.5 million people, in the three months to August.\n",
    "Rescuers pulled two more survivors from the rubble of a collapsed apartment block on Tuesday, three days after an explosion tore through the seven-storey building and killed at least 23 people.\n\n\
     About 140 firefighters worked through the night with dogs and listening devices. The fire service said eight residents were still unaccounted for. Gas supplies to 2,400 homes in the district were cut as a precaution.\n\n\
     Investigators believe a leak in the basement caused the blast. The building, finished in 1974, was last inspected in 2019. The city has opened two schools as shelters and set up a fund that had raised $1.2m by noon.\n",
    "Kenyan runner Daniel Koech won the city marathon on Sunday in two hours, five minutes and 41 seconds, pulling clear of the field in the last three kilometres in cool and windy weather.\n\n\
     The 29-year-old finished 38 seconds ahead of Ethiopia's Tesfaye Bekele. In the women's race, Anna Lindqvist became the first European winner since 2008. More than 36,000 people started and about 34,500 reached the finish, the organisers said.\n\n\
     Koech, who took up running at 17, said he would now rest for a month. He earned $75,000 and a bonus of $25,000 for finishing inside 2:06. Roads reopened at 4.30pm.\n",
    "Shares in the chipmaker jumped 9% in early trading after it reported quarterly revenue of $6.8 billion, beating forecasts, and said demand for its newest processors would outstrip supply until next summer.\n\n\
     Net profit rose to $1.9 billion from $1.1 billion a year ago. The company plans to spend $12 billion on two plants in Arizona and Dresden, which will employ 5,400 people from 2027. It has about 31% of the market, according to analysts.\n\n\
     \"Every customer we talk to wants more than we can make,\" chief executive Paul Okafor said on a call. Rivals in Taiwan and South Korea also gained. The broader index closed 0.7% higher.\n",
    "Scientists have found 14 new species of frog in the cloud forests of southern Ecuador, including one no larger than a fingernail, according to a study published on Wednesday.\n\n\
     The team spent four years in the field and compared the DNA of 850 animals. Six of the species live in an area of less than 20 square kilometres and may already be endangered by mining, the authors said. A fungal disease has wiped out about 90 amphibians worldwide since the 1980s.\n\n\
     Readers of the museum's magazine will choose a name for the smallest next month. The specimens will be on display in Quito until 30 June.\n",
    "A court in Lyon sentenced a former bank manager to six years in prison on Friday for stealing 11.4 million euros from elderly customers over a decade.\n\n\
     The judge said the 52-year-old had forged signatures on more than 300 transfers and spent the money on cars, watches and a villa. Fourteen victims, the oldest of them 93, gave evidence. He must also pay back 4 million euros; his lawyer said he would appeal.\n\n\
     The bank, which dismissed him in 2021, has returned the savings of all but three of the families. It said it had doubled the number of checks on accounts held by people over 75.\n",
];
