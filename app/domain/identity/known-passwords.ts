/**
 * What people in Viet Nam, and of this contest, try first: written without marks and spaces, the most common first. It stands
 * beside the international list, which has the runs of digits and the English words.
 */
export const COMMON_IN_VIET_NAM: readonly string[] = `
matkhau anhyeuem emyeuanh yeuem iloveyou anhnhoem emnhoanh khongbiet khongco vietnam vietnamvodich toiyeuvietnam hochiminh
hanoi saigon danang haiphong caobang thanhphocaobang tinhcaobang pacbo truongha bacho hoaan trungkhanh quanghoa halang
haquang baolac baolam nguyenbinh thachan donglong bangiang phucsen tuyenquang langson backan hagiang thainguyen
timhieu timhieucaobang chuyende chuyendenam cuocthi cuocthitimhieu thisinh duthi bantochuc quantri admin dangnhap danhgia
quehuong coinguon cachmang dangcongsan doanvien dangvien conganxa ubnd tinhuy tuyengiao danvan hocsinh giaovien truonghoc
nguyenvan nguyenthi tranvan tranthi levan lethi phamvan hoangvan hoangthi nongvan nongthi luongvan luongthi bevan damvan
trieuvan lyvan havan maivan dinhvan nguyen tran hoang nong luong trieu pham
tuan minh hung dung linh trang huong thuy hoa lan mai hong ngoc thanh phuong quang hieu duc nam nga yen giang khanh
baby boy meocon concho cungcung conyeu mevabo bome giadinh giadinhtoi giadinhlaso mainho cogiao thaygiao xinchao chaoban
hanhphuc cuocsong tinhyeu tinhban maimai mainhoem haylam dethuong embe congchua hoangtu thiensu zaizai yeubome
matkhaumoi matkhaucu doimatkhau khongquen dexem abcd abc qwer qwerty asdf asdfgh zxcv zxcvbn qaz wsx edc qazwsx qweasd
asdqwe zaqxsw mothaiba mothaibabon bonnamsau saubaytam matkhau1 matkhau123 pass passwd password passw0rd welcome hello
`
  .trim()
  .split(/\s+/u);
