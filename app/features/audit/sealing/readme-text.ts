import { PACKAGE_FILES } from '#app/domain/audit/sealed-package.ts';

/** What stands in a sealed package for who opens it. */
export const readmeText = (contest: string, keyId: string): string => `GÓI KẾT QUẢ ĐÃ NIÊM PHONG
${contest}

Trong gói có:
- ${PACKAGE_FILES.results}: kết quả đầy đủ, không có họ tên; mỗi người là một mã dự thi.
- ${PACKAGE_FILES.manifest}: bản kê được ký: mã SHA-256 của các tệp, số cuối và mã của nhật ký lúc niêm phong.
- ${PACKAGE_FILES.signature}: chữ ký Ed25519 dưới bản kê.
- ${PACKAGE_FILES.publicKey}: khóa công khai để kiểm tra chữ ký.

Cách kiểm tra, trên một máy không cần cơ sở dữ liệu hay mật khẩu nào:
1. So mã khóa sau đây với mã khóa ghi trong biên bản:
   ${keyId}
2. Chạy phần mềm: npm run app -- verify --file goi.zip
   hoặc, với khóa công khai nhận từ ban tổ chức: npm run app -- verify --file goi.zip --key khoa-cong-khai.pem
   Lệnh này kiểm tra chữ ký và mã của từng tệp, rồi tính lại bảng xếp hạng và các tiêu chí phụ.
3. Không có phần mềm này vẫn kiểm tra được bằng OpenSSL 3:
   tr '_-' '/+' < ${PACKAGE_FILES.signature} | tr -d '\\n' | sed 's/$/==/' | openssl base64 -d -A > chu-ky.bin
   openssl pkeyutl -verify -pubin -inkey ${PACKAGE_FILES.publicKey} -rawin -in ${PACKAGE_FILES.manifest} -sigfile chu-ky.bin
   sha256sum ${PACKAGE_FILES.results}   (so với mã ghi trong ${PACKAGE_FILES.manifest})
`;
