import { defineText } from './define-text.ts';

/** Words of the second step of signing in, of proving again who one is, and of what that is done with. */
export const factorsText = defineText(
  {
    site: 'Tìm Hiểu Cao Bằng',
    secondTitle: 'Xác thực hai bước',
    secondLead:
      'Tài khoản của bạn có quyền quản trị nên cần thêm một bước sau mật khẩu. Bạn vẫn học và dự thi được khi chưa xác thực.',
    code: 'Mã xác thực',
    codeHint: '6 chữ số trong ứng dụng xác thực, hoặc một mã dự phòng.',
    confirmCode: 'Xác thực',
    lost: 'Mất điện thoại và không còn mã dự phòng? Hãy báo ban tổ chức để được gỡ và cài lại sau khi kiểm tra đúng người.',
    later: 'Để sau, tiếp tục học và dự thi',
    or: 'hoặc',
    usePasskey: 'Dùng khóa truy cập',
    passkeyNeedsScripts: 'Khóa truy cập cần trình duyệt cho chạy mã kịch bản (JavaScript).',
    demoCode: (code: string) => `Bản trình diễn: mã hiện tại ${code.slice(0, 3)}\u00a0${code.slice(3)}`,
    demoUse: 'Dùng mã này',
    demoWait: (seconds: number) =>
      `Bản trình diễn: mã của lúc này đã có người dùng. Sau ${seconds} giây hãy tải lại trang để thấy mã mới.`,

    stepUpTitle: 'Xác nhận lại là bạn',
    stepUpLead:
      'Việc sắp làm đụng đến đáp án, kết quả hoặc dữ liệu cá nhân, nên cần biết chắc người đang thao tác là bạn. Xác nhận một lần dùng được trong 10 phút.',
    password: 'Mật khẩu',
    stepUpButton: 'Xác nhận và làm tiếp',
    back: 'Quay lại, không làm nữa',

    manageTitle: 'Xác thực hai bước của tôi',
    manageLead:
      'Ngoài mật khẩu, bước thứ hai chứng tỏ đúng là bạn: một mã trên điện thoại, hoặc khóa truy cập mở bằng vân tay, khuôn mặt hay mã khóa máy.',
    mustEnrol:
      'Bạn được giao nhiệm vụ quản trị. Hãy cài một cách xác thực dưới đây; quyền quản trị dùng được ngay sau đó. Việc này mất khoảng hai phút và chỉ làm một lần.',
    forContestants:
      'Người dự thi đăng nhập bằng mật khẩu là đủ. Nếu muốn, bạn tạo khóa truy cập để đăng nhập không cần gõ mật khẩu.',
    totpTitle: 'Ứng dụng mã xác thực',
    totpAbout: 'Ứng dụng như Google Authenticator, Microsoft Authenticator hoặc FreeOTP cho một mã mới mỗi 30 giây.',
    totpOn: (since: string) => `Đang dùng từ ${since}.`,
    totpBegin: 'Cài ứng dụng mã xác thực',
    totpAgain: 'Chuyển sang điện thoại khác',
    totpStep1: 'Mở ứng dụng xác thực, chọn thêm tài khoản rồi quét mã này.',
    totpQr: 'Mã QR để thêm tài khoản vào ứng dụng xác thực; nội dung cũng ghi bằng chữ ở dưới.',
    totpStep2: 'Không quét được thì gõ khóa này vào ứng dụng (loại: theo thời gian):',
    totpStep3: 'Gõ mã 6 chữ số mà ứng dụng đang hiện:',
    totpConfirm: 'Kiểm tra mã và bắt đầu dùng',
    totpOpen: 'Mở trong ứng dụng trên máy này',
    cancel: 'Thôi, không cài nữa',
    passkeysTitle: 'Khóa truy cập',
    passkeysAbout:
      'Khóa nằm trong điện thoại hoặc máy tính của bạn, mở bằng vân tay, khuôn mặt hay mã khóa máy. Trang giả mạo không dùng được.',
    noPasskeys: 'Chưa có khóa nào.',
    passkeyName: 'Tên để bạn nhận ra khóa',
    passkeyNameHint: 'Ví dụ: điện thoại của tôi',
    passkeyDefault: 'Khóa truy cập',
    passkeyAdd: 'Tạo khóa truy cập trên máy này',
    passkeyMade: (at: string) => `Tạo ${at}`,
    passkeyUsed: (at: string) => `dùng lần cuối ${at}`,
    passkeyUnused: 'chưa dùng lần nào',
    remove: 'Gỡ bỏ',
    removeNamed: (name: string) => `Gỡ bỏ ${name}`,
    removeHint: 'Gỡ bỏ một cách xác thực thì mọi thiết bị khác của bạn bị đăng xuất.',
    spareTitle: 'Mã dự phòng',
    spareAbout: 'Dùng thay bước thứ hai khi không có điện thoại bên mình. Mỗi mã dùng một lần.',
    spareLeft: (left: number) => (left === 0 ? 'Chưa có mã nào dùng được.' : `Còn ${left} mã chưa dùng.`),
    spareMake: 'Tạo 10 mã dự phòng',
    spareAgain: 'Tạo lại 10 mã; mã cũ hết dùng được',
    spareShown:
      'Đây là lần duy nhất các mã này hiện ra. Hãy in hoặc chép lại rồi cất ở nơi riêng, không chung với máy.',
    sparePrint: 'In trang này bằng chức năng in của trình duyệt; bản in chỉ có các mã.',
    spareFor: (person: string) => `Mã dự phòng của ${person}`,
    done: {
      totp: 'Đã cài ứng dụng mã xác thực. Hãy tạo mã dự phòng để không bị kẹt khi mất điện thoại.',
      passkey: 'Đã tạo khóa truy cập. Hãy tạo mã dự phòng để không bị kẹt khi mất máy.',
      removed: 'Đã gỡ bỏ. Mọi thiết bị khác của bạn đã bị đăng xuất.',
    },
    goOn: 'Tiếp tục công việc',
    faults: {
      'wrong-code':
        'Mã chưa đúng, đã dùng rồi hoặc đã hết hạn. Chưa có gì thay đổi; hãy đợi mã mới trong ứng dụng rồi nhập lại.',
      'too-many-codes': 'Đã nhập sai nhiều lần. Tài khoản vẫn nguyên; hãy đợi vài phút rồi nhập mã mới.',
      'enrolment-over': 'Lần cài này đã quá 20 phút nên hết hạn. Chưa có gì thay đổi; hãy bắt đầu lại.',
      'last-factor':
        'Đây là cách xác thực duy nhất của bạn, mà nhiệm vụ quản trị thì cần ít nhất một. Chưa gỡ gì; hãy cài cách khác trước.',
      'no-factor': 'Chưa có cách xác thực nào nên chưa tạo mã dự phòng. Hãy cài ứng dụng hoặc tạo khóa truy cập trước.',
      'wrong-password': 'Mật khẩu chưa đúng. Chưa có gì thay đổi; hãy nhập lại.',
      'too-many-tries': 'Đã thử quá nhiều lần. Chưa có gì thay đổi; hãy đợi 15 phút rồi thử lại.',
      busy: 'Máy chủ đang quá nhiều người dùng. Chưa có gì thay đổi; hãy đợi một phút rồi thử lại.',
      'signed-out': 'Phiên đăng nhập đã hết. Hãy đăng nhập lại.',
    },
  },
  {
    site: 'Tìm Hiểu Cao Bằng',
    secondTitle: 'Two-step sign-in',
    secondLead:
      'Your account has duties, so one more step follows the password. You can learn and take part in contests without it.',
    code: 'Code',
    codeHint: '6 digits of your authenticator app, or a spare code.',
    confirmCode: 'Confirm',
    lost: 'Lost the phone and no spare code left? Tell the organizers; they check who you are and let you set it up anew.',
    later: 'Later; go on learning and taking part',
    or: 'or',
    usePasskey: 'Use a passkey',
    passkeyNeedsScripts: 'Passkeys need a browser that runs scripts (JavaScript).',
    demoCode: (code: string) => `Demonstration: the code of now is ${code.slice(0, 3)}\u00a0${code.slice(3)}`,
    demoUse: 'Use this code',
    demoWait: (seconds: number) =>
      `Demonstration: the code of now has been used. Load the page again in ${seconds} seconds to see the next.`,

    stepUpTitle: 'Confirm that it is you',
    stepUpLead:
      'What comes next touches keys, results or personal data, so it must be certain that it is you. Confirming once holds for 10 minutes.',
    password: 'Password',
    stepUpButton: 'Confirm and go on',
    back: 'Go back and leave it',

    manageTitle: 'My two-step sign-in',
    manageLead:
      'Beside the password, a second step shows that it is you: a code on your phone, or a passkey that opens by finger, face or the lock of the device.',
    mustEnrol:
      'You have been given duties. Set up one of these ways; your duties open right after. It takes about two minutes, once.',
    forContestants:
      'For contestants the password is enough. If you like, make a passkey to sign in without typing the password.',
    totpTitle: 'Authenticator app',
    totpAbout:
      'An app such as Google Authenticator, Microsoft Authenticator or FreeOTP gives a new code every 30 seconds.',
    totpOn: (since: string) => `In use since ${since}.`,
    totpBegin: 'Set up an authenticator app',
    totpAgain: 'Move to another phone',
    totpStep1: 'Open the authenticator app, add an account and scan this code.',
    totpQr: 'QR code that adds the account to an authenticator app; the same stands below in letters.',
    totpStep2: 'If scanning fails, type this key into the app (kind: time-based):',
    totpStep3: 'Type the 6 digits that the app shows:',
    totpConfirm: 'Check the code and begin to use it',
    totpOpen: 'Open in an app on this device',
    cancel: 'Do not set it up',
    passkeysTitle: 'Passkeys',
    passkeysAbout:
      'A passkey lives in your phone or computer and opens by finger, face or the lock of the device. Forged sites cannot use it.',
    noPasskeys: 'There is none yet.',
    passkeyName: 'A name by which you know it',
    passkeyNameHint: 'For example: my phone',
    passkeyDefault: 'Passkey',
    passkeyAdd: 'Make a passkey on this device',
    passkeyMade: (at: string) => `Made ${at}`,
    passkeyUsed: (at: string) => `last used ${at}`,
    passkeyUnused: 'not used yet',
    remove: 'Remove',
    removeNamed: (name: string) => `Remove ${name}`,
    removeHint: 'When one is removed, all your other devices are signed out.',
    spareTitle: 'Spare codes',
    spareAbout: 'They stand in for the second step when your phone is not at hand. Each is good once.',
    spareLeft: (left: number) => (left === 0 ? 'There is none to use.' : `${left} codes are unused.`),
    spareMake: 'Make 10 spare codes',
    spareAgain: 'Make 10 new ones; the old ones end',
    spareShown: 'These codes are shown this once. Print or copy them, and keep them apart from your device.',
    sparePrint: 'Print this page with your browser; the paper has the codes only.',
    spareFor: (person: string) => `Spare codes of ${person}`,
    done: {
      totp: 'The authenticator app is set up. Make spare codes, so that a lost phone does not lock you out.',
      passkey: 'The passkey is made. Make spare codes, so that a lost device does not lock you out.',
      removed: 'It is removed. All your other devices are signed out.',
    },
    goOn: 'Go on working',
    faults: {
      'wrong-code':
        'The code is not right, was used already or is too old. Nothing has changed; wait for the next code in the app.',
      'too-many-codes': 'Too many wrong codes. Your account is as it was; wait some minutes, then type a new code.',
      'enrolment-over': 'This set-up is older than 20 minutes. Nothing has changed; begin again.',
      'last-factor':
        'This is your only second step, and your duties need at least one. Nothing was removed; set up another one first.',
      'no-factor': 'There is no second step yet, so no spare codes were made. Set up an app or a passkey first.',
      'wrong-password': 'The password is not right. Nothing has changed; type it again.',
      'too-many-tries': 'Too many tries. Nothing has changed; wait 15 minutes and try again.',
      busy: 'The server has too much to do. Nothing has changed; wait a minute and try again.',
      'signed-out': 'Your session has ended. Sign in again.',
    },
  },
);

export type FactorFault = keyof (typeof factorsText)['vi']['faults'];
